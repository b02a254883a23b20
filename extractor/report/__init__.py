"""What a person reads: tables of claims, mentions side by side, explanations."""
