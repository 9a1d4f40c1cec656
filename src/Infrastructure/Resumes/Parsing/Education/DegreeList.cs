using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.Resumes.Parsing.Education;

/// <summary>Collects phrases into degrees: each entry has room for one degree, one institution and one date.</summary>
internal sealed class DegreeList
{
    private readonly List<Degree> _degrees = [];
    private string? _name;
    private string? _institution;
    private PartialDate? _date;
    private string? _unnamed;

    public IReadOnlyList<Degree> Degrees => _degrees;

    public void AddDegree(string name)
    {
        // "Bachelor of Science" / "in Computer Science, B.Sc.": a second wording of the same degree is rare,
        // a second degree is not.
        if (_name is not null)
            Close();
        _name = name;
    }

    public void AddInstitution(string institution)
    {
        if (_institution is not null)
            Close();
        _institution = institution;
    }

    /// <param name="isCurrent">Studies that go on have no graduation date yet.</param>
    public void AddDate(PartialDate? date, bool isCurrent)
    {
        if (_date is not null)
            Close();
        if (!isCurrent)
            _date = date;
    }

    /// <summary>A phrase that is neither; the first of an entry may be the field of study or an unknown school.</summary>
    public void AddOther(string phrase) => _unnamed ??= phrase;

    /// <summary>A gap between blocks ends an entry that has all it needs.</summary>
    public void Gap()
    {
        if (_name is not null && _institution is not null)
            Close();
    }

    public void Close()
    {
        if (_name is not null || _institution is not null)
            _degrees.Add(new Degree(_name ?? _unnamed, _institution ?? (_name is not null ? _unnamed : null), _date?.ToString()));
        _name = _institution = _unnamed = null;
        _date = null;
    }
}
