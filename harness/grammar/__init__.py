"""The small grammars inside a journey's texts: targets, `${values}` and near words. Pure."""
