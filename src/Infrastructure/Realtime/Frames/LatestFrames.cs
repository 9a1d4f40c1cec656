using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>
/// Places in one connection's queue by key, where of each key only the newest frame matters: a slow reader is sent as
/// many as there are keys, not as there were changes. For one thread at a time.
/// </summary>
internal sealed class LatestFrames(ClientConnection connection)
{
    private const int KeptPlaces = 8;

    private readonly Dictionary<string, LatestFrame> places = new(StringComparer.Ordinal);
    private int limit = KeptPlaces;

    public void Offer(string key, Frame frame, long version)
    {
        if (places.TryGetValue(key, out var place))
        {
            connection.Offer(place, frame, version);
            return;
        }

        if (places.Count >= limit)
            ForgetSent();
        places.Add(key, place = new LatestFrame());
        connection.Open(place, frame, version);
    }

    /// <summary>Takes back what still waits.</summary>
    public void Close()
    {
        foreach (var place in places.Values)
            connection.Close(place);
        places.Clear();
    }

    // A place is worth its memory only while something waits in it.
    private void ForgetSent()
    {
        foreach (var (key, place) in places)
        {
            if (!place.IsWaiting)
                places.Remove(key);
        }

        limit = Math.Max(KeptPlaces, 2 * places.Count);
    }
}
