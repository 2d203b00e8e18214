"""The registers: their lists, each entry with its history, and what is handed on of them."""
