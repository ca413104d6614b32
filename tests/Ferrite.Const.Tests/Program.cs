// Run by the tests themselves, as their child processes.
return Ferrite.TestKit.Scenarios.Run(args);
