using System.Xml.Linq;

namespace ReplyBot.Tests.Architecture;

/// <summary>The arrows between the projects run only downward, and the documents name only what exists.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ReplyBot.Text"] = [],
        ["ReplyBot.BotFramework"] = [],
        ["ReplyBot.Intent"] = ["ReplyBot.Text"],
        ["ReplyBot.Knowledge"] = ["ReplyBot.Text"],
        ["ReplyBot.Conversations"] = ["ReplyBot.Intent", "ReplyBot.Knowledge"],
        ["ReplyBot"] = ["ReplyBot.BotFramework", "ReplyBot.Conversations"],
    };

    [Fact]
    public void Projects_ReferenceOnlyWhatTheDesignAllows()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        projects.Select(path => Path.GetFileNameWithoutExtension(path)).ShouldBe(Allowed.Keys, ignoreOrder: true);
        foreach (var project in projects)
        {
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            references.ShouldBeSubsetOf(Allowed[Path.GetFileNameWithoutExtension(project)], project);
        }
    }

    [Theory]
    [InlineData("ReplyBot.Conversations", "Microsoft.AspNetCore")]
    [InlineData("ReplyBot.Conversations", "System.Net.Http")]
    [InlineData("ReplyBot.Conversations", "System.Data")]
    [InlineData("ReplyBot.Conversations", "Dapper")]
    [InlineData("ReplyBot.Intent", "Microsoft.AspNetCore")]
    [InlineData("ReplyBot.Knowledge", "Microsoft.AspNetCore")]
    public void Sources_KnowNothingAbove(string project, string forbidden)
    {
        var users = Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && File.ReadAllText(path).Contains($"using {forbidden}", StringComparison.Ordinal));
        users.ShouldBeEmpty();
    }

    [Fact]
    public void Activity_IsKnownToTheBotFrameworkProjectAlone()
    {
        var schema = typeof(BotFramework.IConversationGateway).Assembly.GetTypes().Where(type => type.Namespace == "ReplyBot.BotFramework.Schema");
        schema.Where(type => type.IsPublic).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Documents_NameOnlyPathsThatExist(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));
        var named = System.Text.RegularExpressions.Regex.Matches(text, @"`((?:src|tests|web|knowledge-base|docs|bench|tools)/[^`\s<>*{}…]*)`").Select(match => match.Groups[1].Value);
        var missing = named.Where(path => !Path.Exists(Path.Combine(Repository.Root, path.TrimEnd('/'))));
        missing.ShouldBeEmpty();
    }
}
