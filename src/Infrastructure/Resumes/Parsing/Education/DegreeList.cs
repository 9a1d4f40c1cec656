using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.Resumes.Parsing.Education;

/// <summary>Collects phrases into degrees: each entry has room for one degree, one institution and one date.</summary>
internal sealed class DegreeList
{
    private const int MaxFieldWords = 6;

    private readonly List<Degree> _degrees = [];
    private readonly List<string> _others = [];
    private string? _name;
    private string? _institution;
    private string? _unit;
    private PartialDate? _date;
    private bool _isDated;
    private int _institutionsFirst;

    public IReadOnlyList<Degree> Degrees => _degrees;

    public void AddDegree(string name)
    {
        // "Bachelor of Science" / "in Computer Science, B.Sc.": a second wording of the same degree is rare,
        // a second degree is not.
        if (_name is not null || IsUnknownButComplete)
            Close();
        if (_institution is not null)
            _institutionsFirst++;
        _name = name;
    }

    public void AddInstitution(string institution)
    {
        if (_institution is not null || IsUnknownButComplete)
            Close();
        if (_name is not null)
            _institutionsFirst--;
        _institution = institution;
    }

    /// <summary>A school or department of an institution, which is all that some write.</summary>
    public void AddUnit(string unit) => _unit ??= unit;

    /// <param name="isCurrent">Studies that go on have no graduation date yet.</param>
    public void AddDate(PartialDate? date, bool isCurrent)
    {
        if (_isDated)
            Close();
        _isDated = true;
        if (!isCurrent)
            _date = date;
    }

    /// <summary>A phrase that is neither; the first of an entry may be the field of study or an unknown school.</summary>
    public void AddOther(string phrase) => _others.Add(phrase);

    /// <summary>A gap between blocks ends an entry that has all it needs.</summary>
    public void Gap()
    {
        if ((_name is not null && (_institution is not null || _others.Count > 0) && (_isDated || _institution is not null)) || IsUnknownButComplete)
            Close();
    }

    public void Close()
    {
        var (name, institution) = (_name, _institution);
        if (name is not null && institution is null)
            institution = _others.FirstOrDefault() ?? _unit;
        else if (institution is not null && name is null)
            name = _others.FirstOrDefault() ?? _unit;
        else if (name is null && institution is null && IsUnknownButComplete)
            (name, institution) = _institutionsFirst > 0 ? (_others[1], _others[0]) : (_others[0], _others[1]);
        else if (institution is null)
            institution = _unit;
        else if (name is not null && IsLevel(name) && _others.FirstOrDefault() is { } field && IsField(field))
            name = $"{name}, {field}";
        if (name is not null || institution is not null)
            _degrees.Add(new Degree(name, institution, _date?.ToString()));
        _name = _institution = _unit = null;
        _date = null;
        _isDated = false;
        _others.Clear();
    }

    // "MSc" over "Advanced Computer Science": the level alone does not say what was studied.
    private static bool IsLevel(string name) => !name.Contains(' ');

    private static bool IsField(string phrase) =>
        phrase.Split(' ').Length <= MaxFieldWords && char.IsUpper(phrase[0]) && phrase.All(letter => char.IsLetter(letter) || letter is ' ' or '&' or '-' or '\'' or '’');

    // A date and two phrases are what an entry consists of, even where none of their words is known.
    private bool IsUnknownButComplete => _name is null && _institution is null && _isDated && _others.Count >= 2;
}
