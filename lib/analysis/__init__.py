"""Figures, comparisons and findings: tables in, values out."""
