using HotGigs.Application.Common;

namespace HotGigs.Application.Events;

/// <summary>What is wrong with events, by the path of the field at fault: all of it is told at once.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    public void Add(string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages))
            errors.Add(field, messages = []);
        if (!messages.Contains(message))
            messages.Add(message);
    }

    /// <exception cref="RequestException">Something is wrong.</exception>
    public void ThrowIfAny(ErrorCode code = ErrorCode.ValidationFailed)
    {
        if (errors.Count == 0)
            return;
        var (field, messages) = errors.First();
        var summary = errors.Count == 1 ? $"{field}: {messages[0]}" : $"Several fields are wrong: {string.Join(", ", errors.Keys.Take(10))}.";
        throw new RequestException(code, summary, errors.ToDictionary(one => one.Key, one => one.Value.ToArray()));
    }
}
