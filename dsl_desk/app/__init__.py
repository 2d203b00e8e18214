"""The front door: builds every part once, starts the processes, answers the command line."""
