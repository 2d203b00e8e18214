"""A Windows that is none: a Wine prefix of its own, and what Wine 8 lacks, built for the test only.

Wine has no bcryptprimitives.dll (ProcessPrng) and no icuuc.dll, which Windows 10 brings; two small
ones are compiled here and laid into the prefix. Nothing of them is in the installer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NEEDED = ("wixl", "x86_64-w64-mingw32-gcc", "Xvfb", "xdotool")
WINE = Path("/usr/lib/wine/wine64")
_PROGRAM = "drive_c/Program Files/DSL Desk"
_PRNG = """
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{ return RtlGenRandom(data, (ULONG)length); }
"""
_ICU = (
    "ucnv_open ucnv_close UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_reset "
    "ucnv_getMaxCharSize ucnv_getName ucnv_getToUCallBack ucnv_getFromUCallBack "
    "ucnv_setToUCallBack ucnv_setFromUCallBack ucnv_cbToUWriteUChars ucnv_toUnicode "
    "ucnv_cbFromUWriteUChars ucnv_toUCountPending ucnv_fromUCountPending ucnv_getStandardName "
    "ucnv_getAvailableName ucnv_countAvailable ucnv_fromUnicode"
)
_LONGEST = 180


def why_not() -> str:
    """Return what this machine lacks for it; nothing where all is there."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if not WINE.exists():
        lacking.append("wine64")
    return f"needs {', '.join(lacking)} (Debian: wixl gcc-mingw-w64-x86-64 wine64)" * bool(lacking)


class Wine:
    """One prefix. Everything it starts ends with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = folder / _PROGRAM
        self.env = {**os.environ, "WINEPREFIX": str(folder), "WINEDEBUG": "-all"}
        self.env.pop("DISPLAY", None)
        self._wine("wineboot", "-i")
        _build_what_is_lacking(folder / "drive_c/windows/system32")

    def install(self, package: Path, word: str = "/i") -> int:
        """Install or (with /x) remove a package silently."""
        shutil.copyfile(package, self.folder / "drive_c" / package.name)
        return self._wine("msiexec", word, f"C:\\{package.name}", "/qn")[0]

    def desk(self, *words: str) -> tuple[int, str]:
        """Ask the installed program something on its command line."""
        start = ("-I", "-S", "-X", "utf8", "C:\\Program Files\\DSL Desk\\start.py")
        return self._wine("C:\\Program Files\\DSL Desk\\python\\python.exe", *start, *words)

    def end(self) -> None:
        """End whatever still runs in this prefix."""
        server = WINE.with_name("wineserver64")
        subprocess.run([server, "-k"], env=self.env, check=False)

    def _wine(self, *words: str) -> tuple[int, str]:
        # Pipes at all three ends: Wine cannot redirect from and to files.
        done = subprocess.run(
            [WINE, *words],
            env=self.env,
            input=b"",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=_LONGEST,
        )
        return done.returncode, done.stdout.decode(errors="replace")


def _build_what_is_lacking(system: Path) -> None:
    stubs = "".join(
        f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in _ICU.split()
    )
    for name, text in (("bcryptprimitives", _PRNG), ("icuuc", stubs)):
        source = system / f"{name}.c"
        source.write_text(text, "utf-8")
        command = ("x86_64-w64-mingw32-gcc", "-shared", "-o", system / f"{name}.dll", source)
        subprocess.run([*command, "-ladvapi32"], check=True)
        source.unlink()
