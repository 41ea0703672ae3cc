### serve
