"""What the sentence comes to: measured or not, an act that can be seen, provision or outcome, one outcome or several."""
