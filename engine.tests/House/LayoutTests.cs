using System.Reflection;
using System.Xml.Linq;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Tests.House;

/// <summary>Dependencies point one way, and the tests of it would see one that does not.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void Namespaces_are_used_one_way() => Violation.AssertNone(LayoutRules.CheckSources(Repository.Sources()));

    [Fact]
    public void Projects_refer_one_way()
    {
        string[] paths =
        [
            "engine/Catalog.Engine.csproj",
            "ws-gateway/Catalog.WsGateway.csproj",
            "ws-gateway.host/Catalog.WsGateway.Host.csproj",
            "shell/Catalog.Shell.csproj",
            "bench/Catalog.Bench.csproj",
            "tools/seed/Catalog.Seed.csproj",
        ];
        Violation.AssertNone(paths.SelectMany(path => LayoutRules.CheckProject(path, Load(path))));
    }

    [Fact]
    public void The_engine_is_compiled_against_nothing_but_the_base_class_library()
    {
        string home = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (AssemblyName name in typeof(ByteBuffer).Assembly.GetReferencedAssemblies())
            Assert.True(File.Exists(Path.Combine(home, $"{name.Name}.dll")), $"The engine refers to {name.Name}.");
    }

    [Theory]
    [InlineData("engine/Chat/A.cs", "using Catalog.Engine.Booking;", "Chat uses the system Booking")]
    [InlineData("engine/Chat/A.cs", "using static Catalog.Engine.Booking.SeatMap;", "Chat uses the system Booking")]
    [InlineData("engine/Chat/A.cs", "sealed class A { Booking.SeatMap? M; }", "Chat uses the system Booking")]
    [InlineData("engine/Chat/A.cs", "sealed class A { int M = Catalog.Engine.Docs.X.Y; }", "Chat uses the system Docs")]
    [InlineData("engine/Core/Shards/A.cs", "using Catalog.Engine.Jobs;", "what is shared uses the system Jobs")]
    [InlineData("engine/Wire/A.cs", "using Catalog.Engine.Orders.Facts;", "what is shared uses the system Orders")]
    [InlineData("engine/Wire/A.cs", "using Catalog.Shell.Auth;", "engine uses Catalog.Shell.Auth")]
    [InlineData("engine/Core/Time/A.cs", "using Catalog.Engine.Storage.Disks;", "Core/Time uses")]
    [InlineData("shell/Booking/A.cs", "using Catalog.Shell.Chat;", "Booking uses the system Chat")]
    [InlineData("shell/Auth/A.cs", "using Catalog.Engine.Booking;", "what is shared uses the system Booking")]
    [InlineData("shell/Auth/A.cs", "using Catalog.Bench.Load;", "shell uses Catalog.Bench.Load")]
    [InlineData("ws-gateway/Rooms/A.cs", "using Catalog.Shell.Auth;", "ws-gateway uses Catalog.Shell.Auth")]
    [InlineData("bench/Edge/A.cs", "using Catalog.Engine.Logs;", "Edge uses the system Logs")]
    [InlineData("tools/seed/Docs/A.cs", "using Catalog.Engine.Logs;", "Docs uses the system Logs")]
    public void A_planted_dependency_is_found(string path, string text, string expected) =>
        Assert.Contains(Found(path, text), violation => violation.What.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("engine/Chat/A.cs", "using Catalog.Engine.Core.Time; using Catalog.Engine.Storage.Journal;")]
    [InlineData("engine/Chat/A.cs", "namespace Catalog.Engine.Chat.Rooms; sealed class A { Rooms.B? M; }")]
    [InlineData("shell/Chat/A.cs", "using Catalog.Engine.Chat; using Catalog.WsGateway;")]
    [InlineData("shell/Systems.cs", "using Catalog.Shell.Chat; using Catalog.Shell.Booking;")]
    [InlineData("tools/seed/Program.cs", "using Catalog.Seed.Chat;")]
    [InlineData("engine/Core/Shards/A.cs", "using Catalog.Engine.Storage.Journal;")]
    [InlineData("engine.tests/Simulation/A.cs", "using Catalog.Engine.Chat; using Catalog.Engine.Booking;")]
    public void What_may_be_used_passes(string path, string text) => Assert.Empty(Found(path, text));

    [Theory]
    [InlineData("engine/E.csproj", "<ProjectReference Include=\"../shell/S.csproj\" />", "engine refers to shell")]
    [InlineData("shell/G.csproj", "<ProjectReference Include=\"..\\bench\\S.csproj\" />", "shell refers to bench")]
    [InlineData("engine/E.csproj", "<PackageReference Include=\"Polly\" />", "the engine depends on Polly")]
    [InlineData("engine/E.csproj", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />", "a framework")]
    public void A_planted_reference_is_found(string path, string item, string expected)
    {
        var project = XDocument.Parse($"<Project><ItemGroup>{item}</ItemGroup></Project>");
        Violation found = Assert.Single(LayoutRules.CheckProject(path, project));
        Assert.Contains(expected, found.What, StringComparison.Ordinal);
    }

    private static List<Violation> Found(string path, string text) =>
        [.. LayoutRules.CheckSources([new SourceFile(path, text)])];

    private static XDocument Load(string path) => XDocument.Load(Repository.FullPath(path));
}
