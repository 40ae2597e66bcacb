using System.CommandLine;

namespace ReplyBot.Cli;

/// <summary>The options that every command takes.</summary>
public sealed class FolderOptions
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "数据目录 / the data folder",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    private readonly Option<string> _knowledgeBase = new("--knowledge-base")
    {
        Description = "话术库目录 / the folder of scripts, policies and utterances",
        HelpName = "DIR",
        DefaultValueFactory = _ => "knowledge-base",
        Recursive = true,
    };

    /// <summary>Offers the options on a command and everything below it.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_knowledgeBase);
    }

    /// <summary>The folders that were asked for.</summary>
    public ProgramFolders Of(ParseResult parsed) => new(Path.GetFullPath(parsed.GetValue(_data)!), Path.GetFullPath(parsed.GetValue(_knowledgeBase)!));
}
