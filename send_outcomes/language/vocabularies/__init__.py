"""Words that shut readers out: short forms, medical terms, jargon, by sense; with plain wording beside each."""
