using Catalog.Engine.Tests.House;
using Catalog.Shell.Auth;
using Catalog.Shell.Options;
using Microsoft.AspNetCore.Http;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>Bearer authentication on the hot path.</summary>
public sealed class BearerTests
{
    private readonly ManualClock _clock = new();
    private readonly SessionEpochs _epochs = new();
    private readonly AccessTokens _tokens;
    private readonly Bearer _bearer;

    public BearerTests()
    {
        _tokens = new AccessTokens(new AuthOptions(), SharedHost.SigningKey, _clock);
        _bearer = new Bearer(_tokens, _epochs, _clock, 1024);
    }

    [Fact]
    public void A_token_seen_before_costs_no_allocation()
    {
        HttpContext context = With("Bearer " + Issue(1));
        AllocationGate.AssertNone(() =>
        {
            if (!_bearer.TryAuthenticate(context, out Caller caller) || caller.UserId != 1)
                throw new InvalidOperationException();
        });
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic YTpi")]
    [InlineData("")]
    public void What_is_not_a_bearer_token_is_nobody(string header) =>
        Assert.False(_bearer.TryAuthenticate(With(header), out _));

    [Fact]
    public void The_scheme_is_not_case_sensitive() =>
        Assert.True(_bearer.TryAuthenticate(With("bEARER " + Issue(1)), out _));

    [Fact]
    public void A_remembered_token_ends_with_its_epoch()
    {
        HttpContext context = With("Bearer " + Issue(1));
        Assert.True(_bearer.TryAuthenticate(context, out _));
        _epochs.Publish(2, 1);
        Assert.True(_bearer.TryAuthenticate(context, out _));
        _epochs.Publish(1, 1);
        Assert.False(_bearer.TryAuthenticate(context, out _));
        _epochs.Publish(1, 0);
        Assert.False(_bearer.TryAuthenticate(context, out _));
    }

    [Fact]
    public void The_cache_keeps_its_bound_and_what_is_in_use()
    {
        var cache = new TokenCache(64);
        var caller = new Caller(7, AccountRole.Customer, 0, 1);
        cache.Add("the one in use", caller);
        for (int i = 0; i < 1_000; i++)
        {
            cache.Add($"another token, number {i}", default);
            Assert.True(cache.TryGet("the one in use", out Caller found) && found == caller);
            Assert.InRange(cache.Count, 0, 64);
        }

        Assert.False(cache.TryGet("another token, number 0", out _));
        Assert.True(cache.TryGet("another token, number 999", out _));
    }

    private string Issue(ulong userId) => _tokens.Issue(new AccountProfile(userId, "", "", AccountRole.Customer, 0));

    private static DefaultHttpContext With(string authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = authorization;
        return context;
    }
}
