using System.Text;
using Catalog.Shell.Http.Caching;

namespace Catalog.Engine.Tests.Shell.Caching;

/// <summary>Answers that are kept by one node.</summary>
public sealed class AnswerCacheTests
{
    private readonly AnswerCache _cache = new("journal", shared: null);

    [Fact]
    public async Task An_answer_is_made_once_for_each_state()
    {
        Assert.Equal("1.1", await AskAsync("films", 1));
        Assert.Equal("1.1", await AskAsync("films", 1));
        Assert.Equal("2.2", await AskAsync("films", 2));
        Assert.Equal("1.3", await AskAsync("theaters", 1));
        Assert.Equal("1.1", await AskAsync("films", 1));
        Assert.Equal((2, 3), (_cache.Hits, _cache.Made));
    }

    [Fact]
    public async Task However_many_ask_at_once_it_is_made_once()
    {
        using var mayMake = new ManualResetEventSlim();
        var key = AnswerKey.Of(1, "films");
        Task<byte[]?> first = Task.Run(() => _cache.GetAsync(key, () =>
        {
            mayMake.Wait();
            return new MadeAnswer(1, [7]);
        }).AsTask());
        await Cluster.Nodes.Until.HoldsAsync(() => _cache.Made == 1, "it is being made");
        Task<byte[]?>[] others = [.. Enumerable.Range(0, 20).Select(_ => _cache.GetAsync(key, Never).AsTask())];
        Assert.All(others, static other => Assert.False(other.IsCompleted));
        mayMake.Set();
        foreach (Task<byte[]?> one in others.Append(first)) Assert.Equal([7], await one);
    }

    [Fact]
    public async Task One_made_of_a_newer_state_is_given_and_not_kept()
    {
        var key = AnswerKey.Of(1, "films");
        Assert.Equal([2], await _cache.GetAsync(key, static () => new MadeAnswer(2, [2])));

        // The state may come back to what it was, and then the answer is another one.
        Assert.Equal([1], await _cache.GetAsync(key, static () => new MadeAnswer(1, [1])));
        Assert.Equal([1], await _cache.GetAsync(key, Never));
    }

    [Fact]
    public async Task What_fails_fails_for_all_who_wait_and_is_tried_again()
    {
        var key = AnswerKey.Of(1, "films");
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await _cache.GetAsync(key, static () => throw new InvalidDataException()));
        Assert.Null(await _cache.GetAsync(key, static () => new MadeAnswer(1, null)));
        Assert.Equal([1], await _cache.GetAsync(key, static () => new MadeAnswer(1, [1])));
    }

    [Fact]
    public async Task It_keeps_no_more_than_its_bound_and_what_was_used_last()
    {
        byte[] large = new byte[AnswerCache.MaxAnswerBytes];
        for (ulong i = 0; i < 100; i++)
        {
            await _cache.GetAsync(AnswerKey.Of(i, "a"), () => new MadeAnswer(i, large));
            await _cache.GetAsync(AnswerKey.Of(0, "a"), Never);
            Assert.InRange(_cache.SizeBytes, 1, AnswerCache.MaxBytes);
        }

        await _cache.GetAsync(AnswerKey.Of(99, "a"), Never);
        Assert.Equal([1], await _cache.GetAsync(AnswerKey.Of(1, "a"), static () => new MadeAnswer(1, [1])));
        byte[] tooLarge = new byte[AnswerCache.MaxAnswerBytes + 1];
        for (int i = 0; i < 2; i++)
            Assert.Same(tooLarge, await _cache.GetAsync(AnswerKey.Of(7, "b"), () => new MadeAnswer(7, tooLarge)));
    }

    [Fact]
    public void Questions_that_differ_have_keys_that_differ()
    {
        string?[] parts = [null, "", "-", "a", "|", "1.a", "0.", "|-", "a|1.b", "1.a|1.b"];
        var keys = new HashSet<AnswerKey>();
        foreach (string? one in parts)
        {
            Assert.True(keys.Add(AnswerKey.Of(1, "n", one)));
            foreach (string? other in parts) Assert.True(keys.Add(AnswerKey.Of(1, "n", one, other)));
        }
    }

    private async Task<string> AskAsync(string name, ulong version)
    {
        byte[]? answer = await _cache.GetAsync(
            AnswerKey.Of(version, name),
            () => new MadeAnswer(version, Encoding.UTF8.GetBytes($"{version}.{_cache.Made}")));
        return Encoding.UTF8.GetString(answer!);
    }

    private static MadeAnswer Never() => throw new InvalidOperationException("It is there already.");
}
