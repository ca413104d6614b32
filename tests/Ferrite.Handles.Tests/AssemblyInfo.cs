// The leak probe counts what the whole process holds, so that one class runs at a time. Tests use threads of their own.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
