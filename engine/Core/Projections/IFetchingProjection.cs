namespace Catalog.Engine.Core.Projections;

/// <summary>
/// A model that can have what facts are going to change fetched into the processor's cache, for several of them at
/// once, so that their waits for memory overlap. Large models are mostly waiting otherwise.
/// </summary>
internal interface IFetchingProjection
{
    /// <summary>So many facts go together: what a core can wait for at once.</summary>
    const int GroupSize = 16;

    /// <summary>Fetches and changes nothing; called with nobody reading. Must not allocate.</summary>
    /// <param name="batch">Facts that are about to be applied, wanted ones and others.</param>
    /// <param name="first">The first of them that matters now.</param>
    /// <param name="end">Behind the last, <see cref="GroupSize"/> further at most.</param>
    void Fetch(EventBatch batch, int first, int end);
}
