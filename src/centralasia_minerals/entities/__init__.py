"""Things with an id, and the parts they are made of, each with its citations."""
