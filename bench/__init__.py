"""Measurements of speed, memory and start-up; `make bench` runs them and writes docs/benchmarks.md."""
