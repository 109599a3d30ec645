"""From an advert to a draft posting: what it says as values of the record, the rows these mean, and the saving."""
