"""What an article speaks of: entities, quantities and periods, each found in the text and normalised."""
