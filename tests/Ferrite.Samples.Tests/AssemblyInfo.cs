// Some of the samples keep both processors of a small machine busy.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
