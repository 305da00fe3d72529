"""The sentence: what stands round it, who it is about, its head verb and what that verb takes."""
