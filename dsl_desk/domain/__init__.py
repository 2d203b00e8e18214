"""The language of the house: frozen records, words, rules, errors. Standard library only."""
