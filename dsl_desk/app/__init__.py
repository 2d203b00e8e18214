"""The front door: builds every part once, starts and ends the processes, answers the command line."""
