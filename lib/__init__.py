"""The analyst's desk of a ก.ต.ป.น. secretariat; importing it needs no browser."""
