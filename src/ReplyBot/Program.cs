using ReplyBot.Cli;

return await ReplyBotCommand.RunAsync(args);
