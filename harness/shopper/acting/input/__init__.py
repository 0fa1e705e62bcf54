"""What a customer acts with in, the same deeds done with it out: mouse, finger or keyboard."""
