"""The front door: builds every part once, starts and ends the processes, reads the command line."""
