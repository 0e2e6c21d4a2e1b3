"""The screens and dialogs that open over the three panes, each driven by keys alone."""
