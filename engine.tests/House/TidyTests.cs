namespace Catalog.Engine.Tests.House;

/// <summary>The look of the code, and that the tests of the look would see a blemish.</summary>
public sealed class TidyTests
{
    [Fact]
    public void The_repository_is_tidy() => Violation.AssertNone(TidyRules.Check(Repository.Sources()));

    [Fact]
    public void The_tidy_test_looks_at_the_whole_repository()
    {
        string[] projects = [.. Repository.Sources().Select(file => file.Project).Distinct()];
        foreach (string project in new[] { "bench", "engine", "engine.tests", "shell", "tools" })
            Assert.Contains(project, projects);
        Assert.Contains(Repository.Sources(), file => file.Path == "engine/Wire/MessagePackReader.Skip.cs");
    }

    [Theory]
    [InlineData("class Foo;", "not sealed")]
    [InlineData("record Foo(int A);", "not sealed")]
    [InlineData("sealed class Foo { class Inner { } }", "class Inner is not sealed")]
    [InlineData("struct Foo;", "not readonly")]
    [InlineData("record struct Foo(int A);", "not readonly")]
    [InlineData("ref struct Foo { }", "not readonly")]
    [InlineData("sealed class Bar;", "declares Bar")]
    [InlineData("sealed class Foo; sealed class Bar;", "2 top-level types")]
    [InlineData("sealed class Foo; delegate void Bar();", "2 top-level types")]
    [InlineData("static class Foo { static void Do(int a, int b, int c, int d, int e, int f) { } }", "6 parameters")]
    [InlineData("sealed class Foo(int a, int b, int c, int d, int e, int f, int g, int h, int i);", "9 parameters")]
    [InlineData("sealed class Foo {\n#region x\n#endregion\n}", "a region")]
    [InlineData("sealed class Foo {\n#pragma warning disable\n}", "a pragma")]
    [InlineData("sealed class Foo { int _a; int A() => this._a; }", "this. is not needed")]
    [InlineData("static unsafe class Foo;", "unsafe")]
    [InlineData("static class Foo { static void Do() { unsafe { } } }", "unsafe")]
    [InlineData("sealed class Foo { sealed class SeatManager; }", "SeatManager says nothing")]
    [InlineData("sealed class Foo { enum StringUtils { } }", "StringUtils says nothing")]
    [InlineData("sealed class Foo { // TO" + "DO later\n}", "something is unfinished")]
    [InlineData("sealed class Foo { // NotImplemented" + "Exception\n}", "something is unfinished")]
    [InlineData("sealed class Foo {", "error CS1513")]
    public void A_planted_blemish_is_found(string text, string expected) =>
        Assert.Contains(Found(text), violation => violation.What.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void What_is_too_long_is_found()
    {
        string lines = string.Concat(Enumerable.Repeat("// a line\n", 400));
        Assert.Contains(Found(lines + "sealed class Foo;"), violation => violation.What.StartsWith("401 lines"));
        string wide = $"sealed class Foo; // {new string('x', 100)}";
        Assert.Contains(Found(wide), violation => violation.What.StartsWith("121 columns"));
        string body = string.Concat(Enumerable.Repeat("    A();\n", 58));
        Assert.Empty(Found($"sealed class Foo\n{{\n    void A()\n    {{\n{body[9..]}    }}\n}}"));
        Assert.Contains(
            Found($"sealed class Foo\n{{\n    void A()\n    {{\n{body}    }}\n}}"),
            violation => violation.What.StartsWith("a method of 61 lines"));
    }

    [Theory]
    [InlineData("sealed class Foo;")]
    [InlineData("static class Foo { }")]
    [InlineData("abstract class Foo { }")]
    [InlineData("readonly record struct Foo(int A, int B, int C, int D, int E, int F, int G, int H, int I);")]
    [InlineData("// mutable: a cursor\nref struct Foo { }")]
    [InlineData("sealed class Foo { public override void A(int a, int b, int c, int d, int e, int f) { } }")]
    [InlineData("enum Foo { A }")]
    [InlineData("sealed class Foo { Foo Self() => this; }")]
    public void What_is_tidy_passes(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Parts_of_a_type_are_seen_as_one()
    {
        var main = new SourceFile("engine/A/Foo.cs", "namespace A;\nsealed partial class Foo { }");
        var part = new SourceFile("engine/A/Foo.Query.cs", "namespace A;\npartial class Foo { }");
        Assert.Empty(TidyRules.Check([main, part]));
        Assert.Single(TidyRules.Check([part]));
    }

    [Fact]
    public void Unsafe_code_is_at_home_in_memory()
    {
        const string Text = "static unsafe class Foo;";
        Assert.Empty(TidyRules.Check([new SourceFile("engine/Core/Memory/Foo.cs", Text)]));
        Assert.Single(TidyRules.Check([new SourceFile("engine/Core/Foo.cs", Text)]));
    }

    private static List<Violation> Found(string text) =>
        [.. TidyRules.Check([new SourceFile("engine/Core/Foo.cs", text)])];
}
