using Catalog.Engine.Core.Idempotency;
using Catalog.Shell.Http;
using Microsoft.AspNetCore.Http;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>The header, and the key made of it.</summary>
public sealed class IdempotencyHeaderTests
{
    [Fact]
    public void A_key_is_made_of_who_what_and_the_text_and_carries_the_payload()
    {
        IdempotencyKey key = Read("abc", out ProblemCode? problem);
        Assert.Null(problem);
        Assert.Equal(42UL, key.PayloadHash);
        Assert.Equal(key, IdempotencyHeader.Make(7, "hold"u8, "abc", 42));
        IdempotencyKey[] others =
        [
            IdempotencyHeader.Make(8, "hold"u8, "abc", 42),
            IdempotencyHeader.Make(7, "pay"u8, "abc", 42),
            IdempotencyHeader.Make(7, "holda"u8, "bc", 42),
            IdempotencyHeader.Make(7, "hol"u8, "dabc", 42),
            IdempotencyHeader.Make(7, "hold"u8, "abd", 42),
        ];
        Assert.DoesNotContain(others, other => (other.High, other.Low) == (key.High, key.Low));
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("ä")]
    public void A_key_that_is_not_visible_ascii_is_refused(string text)
    {
        Read(text, out ProblemCode? problem);
        Assert.Same(ProblemCodes.IdempotencyKeyInvalid, problem);
    }

    [Fact]
    public void A_key_has_a_length_and_comes_once()
    {
        Read(new string('k', 255), out ProblemCode? longest);
        Assert.Null(longest);
        Read(new string('k', 256), out ProblemCode? tooLong);
        Assert.Same(ProblemCodes.IdempotencyKeyInvalid, tooLong);
        var context = new DefaultHttpContext();
        Assert.Same(ProblemCodes.IdempotencyKeyRequired, IdempotencyHeader.Read(context, 7, "hold"u8, 42, out _));
        context.Request.Headers[IdempotencyHeader.Name] = new(["a", "b"]);
        Assert.Same(ProblemCodes.IdempotencyKeyInvalid, IdempotencyHeader.Read(context, 7, "hold"u8, 42, out _));
    }

    private static IdempotencyKey Read(string text, out ProblemCode? problem)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[IdempotencyHeader.Name] = text;
        problem = IdempotencyHeader.Read(context, 7, "hold"u8, 42, out IdempotencyKey key);
        return key;
    }
}
