"""What commands share: the options that several of them take, and how they print answers."""
