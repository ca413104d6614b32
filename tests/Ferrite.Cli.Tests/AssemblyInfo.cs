// Some count pages of the page cache, which others fill.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
