using Ferrite.Cli.Commands;

return FerriteCommand.Run(args);
