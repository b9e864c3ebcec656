using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using FeedApi.Commands;
using FeedApi.Kramdown;
using FeedApi.Tests.Docs;
using Xunit;

namespace FeedApi.Tests.Architecture;

/// <summary>Rooms depend on rooms before them only: a post goes one way, from a file to a response.</summary>
public sealed partial class DependencyTests
{
    private const string Root = nameof(FeedApi);

    // In the order of docs/architecture.md. Rooms on one line do not know each other.
    private static readonly string[][] Rooms =
    [
        ["Model"],
        ["Site"],
        ["Queries", "Http"],
        ["Content"],
        ["Rendering", "Catalog"],
        ["Publishing"],
        ["Feeds"],
        ["Import", "Api", "Pages", "Push"],
        ["Commands"],
    ];

    private static readonly Dictionary<string, int> Ranks = Rooms
        .SelectMany((rooms, rank) => rooms.Select(room => (room, rank)))
        .ToDictionary(each => each.room, each => each.rank, StringComparer.Ordinal);

    private static readonly ArchUnitNET.Domain.Architecture Program =
        new ArchLoader().LoadAssemblies(typeof(FeedServer).Assembly, typeof(KramdownParser).Assembly).Build();

    [Fact]
    public void No_room_depends_on_a_later_one()
    {
        var backward = from type in Program.Types
                       let room = RoomOf(type)
                       where room is not null
                       from dependency in type.Dependencies
                       let other = RoomOf(dependency.Target)
                       where other is not null && other != room && Ranks[room] <= Ranks[other]
                       select $"{type.FullName} -> {dependency.Target.FullName}";

        Assert.Empty(backward.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Site")]
    [InlineData("Queries")]
    [InlineData("Content")]
    [InlineData("Rendering")]
    [InlineData("Catalog")]
    public void Rooms_before_publishing_know_no_HTTP(string room)
    {
        var known = Program.Types.Where(type => RoomOf(type) == room).SelectMany(type => type.Dependencies)
            .Where(dependency => RoomOf(dependency.Target) == "Http").Select(dependency => dependency.Target.FullName);

        Assert.Empty(known.Distinct(StringComparer.Ordinal));
    }

    // What only a comment refers to leaves no trace in the assembly.
    [Fact]
    public void No_file_names_a_later_room_in_a_using()
    {
        var backward = from file in SourceFiles.Of("src/FeedApi")
                       let room = Path.GetRelativePath(Repository.PathOf("src/FeedApi"), file).Split(Path.DirectorySeparatorChar)[0]
                       where Ranks.ContainsKey(room)
                       from line in File.ReadLines(file)
                       let other = UsedRoom().Match(line).Groups["room"].Value
                       where Ranks.ContainsKey(other) && other != room && Ranks[room] <= Ranks[other]
                       select $"{room}/{Path.GetFileName(file)}: {line}";

        Assert.Empty(backward);
    }

    [Fact]
    public void Every_type_is_in_a_room_that_has_a_place_in_the_order()
    {
        var strangers = Program.Types.Where(IsOurs).Where(type => RoomOf(type) is null).Select(type => type.FullName);

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_kramdown_library_knows_nothing_of_the_program()
    {
        var known = Program.Types.Where(IsOfLibrary).SelectMany(type => type.Dependencies)
            .Where(dependency => IsOurs(dependency.Target)).Select(dependency => dependency.Target.FullName);

        Assert.Empty(known.Distinct(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^(@?using|global using) FeedApi\.(?<room>\w+)")]
    private static partial Regex UsedRoom();

    private static bool IsOfLibrary(IType type) => type.FullName.StartsWith($"{Root}.{nameof(Kramdown)}.", StringComparison.Ordinal);

    // What compilers and generators add has a name with a bracket, or another namespace.
    private static bool IsOurs(IType type) =>
        type.FullName.StartsWith($"{Root}.", StringComparison.Ordinal)
        && !type.FullName.Contains('<', StringComparison.Ordinal)
        && !IsOfLibrary(type);

    private static string? RoomOf(IType type)
    {
        if (!IsOurs(type)) return null;
        var room = type.FullName.Split('.')[1];
        return Ranks.ContainsKey(room) ? room : null;
    }
}
