"""What can be asked on a command line: the same services as the windows, and their words."""
