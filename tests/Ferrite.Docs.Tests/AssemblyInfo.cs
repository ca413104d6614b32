// Programs are written beside the tests' own assembly, one class at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
