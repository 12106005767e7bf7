"""The command line: one file for each command, which adds its arguments and runs it."""
