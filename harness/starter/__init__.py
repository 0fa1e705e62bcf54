"""The address of a shop in, a folder of journeys of one's own out."""
