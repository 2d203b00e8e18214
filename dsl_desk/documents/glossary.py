"""What the words of a file mean, for whoever reads it in seventy-five years."""

from __future__ import annotations

from typing import Final

GLOSSARY: Final = (
    (
        "Designated Safeguarding Lead (DSL)",
        "Who leads on child protection in an English school. A deputy DSL acts for them.",
    ),
    ("Headteacher", "Whoever leads the school, whatever their title."),
    (
        "LADO",
        (
            "The Local Authority Designated Officer, who oversees and advises on allegations about "
            "adults who work with children, and does not investigate them."
        ),
    ),
    ("Children's services", "The local authority's social workers for children."),
    ("Child in need, child protection plan, looked after", "Help that the law sets in motion."),
    ("Family Help", "Early help for a family, with its agreement."),
    ("SEND, EHC plan", "Special educational needs and disabilities, and the plan made for them."),
    ("UPN", "The number by which schools know a pupil."),
    ("KCSIE", "Keeping Children Safe in Education, the statutory guidance of its year."),
    ("The four Cs", "Content, contact, conduct and commerce: the areas of risk online."),
    (
        "Viewing decision",
        (
            "Why an account online was looked at, by whom and within which limits, decided before "
            "anybody looked. Deciding not to look is a decision too."
        ),
    ),
    ("Custody", "What happened to a piece of evidence, from its capture on."),
    (
        "Version",
        (
            "Nothing is changed in place: what is put right stands beside what was written before, "
            "with the reason."
        ),
    ),
    (
        "Ledger entry",
        "Everything written down is an entry, numbered without gaps and signed by its writer.",
    ),
    (
        "Fingerprint",
        (
            "A number (SHA-256) worked out from the contents. If anything in it were different, so "
            "would be its fingerprint."
        ),
    ),
    ("Not yet done", "The school's policy asked for it, and nobody had written that it was done."),
)
