"""The nouns of the field as frozen dataclasses: what travels through the house and out of it."""
