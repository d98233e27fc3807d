using Catalog.Engine.Models.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Models.Text;

public sealed class TextRankTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("Dr. Ada met J. Smith at 5 p.m. sharp. He left.", "Dr. Ada met J. Smith at 5 p.m. sharp.|He left.")]
    [InlineData("It cost 12.50 euros. \"Really?\" Yes…", "It cost 12.50 euros.|\"Really?\"|Yes…")]
    [InlineData("A list:\n- first\n- second\n\nEnd", "A list:|- first|- second|End")]
    [InlineData("see example.com for more. ok", "see example.com for more. ok")]
    [InlineData("  ", "")]
    public void Sentences_are_split(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Split(text).Select(s => s.In(text).ToString())));

    [Fact]
    public void Sentences_lie_in_the_text_in_order_and_lose_no_letter() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
        {
            int last = 0;
            foreach (SentenceSpan sentence in SentenceSplitter.Split(text.Get))
            {
                Assert.True(sentence.Start >= last && sentence.Length > 0);
                Assert.True(string.IsNullOrWhiteSpace(text.Get[last..sentence.Start]));
                last = sentence.Start + sentence.Length;
            }

            Assert.True(string.IsNullOrWhiteSpace(text.Get[last..]));
        }).QuickCheckThrowOnFailure();

    /// <summary>
    /// Three topics with a sentence each that has the topic's words, hidden among sentences with one of them and noise.
    /// </summary>
    [Fact]
    public void The_planted_sentences_are_picked()
    {
        int hits = 0, firsts = 0, wanted = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            (string[] sentences, HashSet<int> planted) = Plant(seed);
            IReadOnlyList<RankedSentence> picked = new TextRank().Pick(sentences, planted.Count);
            hits += picked.Count(one => planted.Contains(one.Index));
            firsts += planted.Count(index => index < planted.Count);
            wanted += planted.Count;
        }

        // Measured: more than 0.99 of them.
        double share = hits / (double)wanted, naive = firsts / (double)wanted;
        Assert.True(share >= 0.95 && share > 3 * naive, $"{share:F2} picked, {naive:F2} by taking the first");
    }

    [Fact]
    public void A_repeated_sentence_is_picked_once_and_order_is_the_texts()
    {
        string text = "Rain fell on the harbour town. The harbour town slept. Rain fell on the harbour town. " +
            "Cats ran. Nobody saw the harbour in the rain.";
        IReadOnlyList<string> summary = new TextRank().Summarize(text, 3);
        Assert.Equal(summary.Distinct(), summary);
        Assert.Equal(summary.OrderBy(one => text.IndexOf(one, StringComparison.Ordinal)), summary);
        Assert.Contains("Rain fell on the harbour town.", summary);
    }

    [Fact]
    public void Ranks_sum_to_one_and_odd_inputs_are_fine()
    {
        string[] sentences = ["alpha beta", "beta gamma", "delta", "", "the of"];
        Assert.Equal(1, new TextRank().Pick(sentences, 9).Sum(static one => one.Score), 1e-6);
        Assert.Empty(new TextRank().Summarize("", 3));
        Assert.Empty(new TextRank().Pick(sentences, 0));
        Assert.Single(new TextRank(new TextRankOptions { MaxSentences = 1 }).Pick(sentences, 5));
    }

    private static (string[] Sentences, HashSet<int> Planted) Plant(int seed)
    {
        var texts = new PlantedTexts(100 + seed);
        string[] noise = texts.Words(400);
        var all = new List<(string Text, bool IsPlanted)>();
        for (int topic = 0; topic < 3; topic++)
        {
            string[] words = texts.Words(6);
            all.Add((string.Join(' ', words) + " " + texts.Filler(noise, 3), true));
            for (int i = 0; i < 7; i++)
            {
                IEnumerable<string> two = words.OrderBy(_ => texts.Next(99)).Take(2);
                all.Add((string.Join(' ', two) + " " + texts.Filler(noise, 7), false));
            }
        }

        (string Text, bool IsPlanted)[] mixed = [.. all.OrderBy(_ => texts.Next(1000))];
        return (
            [.. mixed.Select(static one => one.Text)],
            [.. Enumerable.Range(0, mixed.Length).Where(i => mixed[i].IsPlanted)]);
    }
}
