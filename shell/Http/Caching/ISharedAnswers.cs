namespace Catalog.Shell.Http.Caching;

/// <summary>Answers all nodes have in common, for a while. What is lost is made again. Thread-safe.</summary>
public interface ISharedAnswers
{
    /// <summary>Finds an answer; null when there is none, or it cannot be had at once.</summary>
    ValueTask<byte[]?> TryGetAsync(string key);

    /// <summary>Keeps an answer, sooner or later, if it can. Returns at once.</summary>
    void Put(string key, byte[] answer);
}
