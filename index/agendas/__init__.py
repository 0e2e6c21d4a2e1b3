"""Agendas: meetings and their series, what is on each agenda, and what comes of it."""
