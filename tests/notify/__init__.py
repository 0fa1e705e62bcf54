"""Who is told what, in which words, and that it arrives: at real servers of this machine."""
