"""Finished frames drawn as Vega-Lite; every chart names its indicator, unit, n, year and source."""
