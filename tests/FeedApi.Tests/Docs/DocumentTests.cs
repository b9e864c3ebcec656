using System.Text.RegularExpressions;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Docs;

/// <summary>What documents name must exist: files that they link to, source files, methods in them, codes.</summary>
public sealed partial class DocumentTests
{
    private const int MaxColumns = 140;

    // Where the paths in documents may begin.
    private static readonly string[] Roots = ["", "src/FeedApi", "tests/FeedApi.Tests"];

    public static TheoryData<string> Documents => [.. Repository.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_to_files_of_the_repository(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        foreach (var target in Link().Matches(Repository.Read(document)).Select(link => link.Groups["target"].Value))
        {
            var isElsewhere = target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#');
            Assert.True(isElsewhere || Path.Exists(Path.Combine(folder, target.Split('#')[0])), $"{document} links to {target}");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Source_files_and_their_methods_exist(string document)
    {
        foreach (Match reference in SourceReference().Matches(Repository.Read(document)))
        {
            var (file, method) = (reference.Groups["file"].Value, reference.Groups["method"].Value);
            var path = Roots.Select(root => Repository.PathOf(Path.Combine(root, file))).FirstOrDefault(File.Exists);
            Assert.True(path is not null, $"{document} names {file}");
            Assert.True(File.ReadAllText(path).Contains(method, StringComparison.Ordinal), $"{document} names {method} in {file}");
        }
    }

    // Tables and what is shown of programs cannot be broken.
    [Theory]
    [MemberData(nameof(Documents))]
    public void Prose_keeps_to_140_columns(string document)
    {
        var prose = Fence().Replace(Repository.Read(document), "").Split('\n').Where(line => !line.StartsWith('|'));
        Assert.All(prose, line => Assert.True(line.Length <= MaxColumns, $"{document}: {line}"));
    }

    [Fact]
    public void Every_problem_code_is_explained()
    {
        var codes = typeof(ProblemCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var document = Repository.Read("docs/posts.md");
        Assert.All(codes, code => Assert.Contains($"| `{code}` |", document, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<file>[A-Za-z][\w./]*\.cs)(:(?<method>\w+))?`")]
    private static partial Regex SourceReference();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
