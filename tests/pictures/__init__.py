"""The pictures in the README, made from the seeds."""
