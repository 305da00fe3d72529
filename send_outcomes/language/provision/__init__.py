"""What a provision names of its parts: how much, how often, who, with what skills, reviewed when. Read in provision only."""
