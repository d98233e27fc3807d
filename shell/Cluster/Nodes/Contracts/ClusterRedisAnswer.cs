namespace Catalog.Shell.Cluster.Nodes.Contracts;

/// <summary>What nodes share through Redis, as the one that answers sees it.</summary>
/// <param name="IsUp">Whether tickets, quotas and answers are common to all nodes just now.</param>
/// <param name="IsJoined">Whether messages, and who is there, go from node to node just now.</param>
/// <param name="PeerCount">Other nodes that are heard of.</param>
/// <param name="SentCount">Messages this node has sent since it started.</param>
/// <param name="ReceivedCount">Messages of other nodes.</param>
/// <param name="LostCount">Messages that did not reach Redis.</param>
/// <param name="AnswersShared">Answers another node had made.</param>
/// <param name="AnswersMade">Answers this node has made.</param>
public sealed record ClusterRedisAnswer(
    bool IsUp,
    bool IsJoined,
    int PeerCount,
    long SentCount,
    long ReceivedCount,
    long LostCount,
    long AnswersShared,
    long AnswersMade);
