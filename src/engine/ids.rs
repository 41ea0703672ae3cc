//! Small typed indices, and sets of them.

/// Index of a contact type in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeId(pub u16);

/// Index of an agent group in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupId(pub u16);

/// Index of an agent; a group's agents stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgentId(pub u32);

/// Index of an issue that is under way, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JourneyId(pub u32);

impl JourneyId {
    /// No journey: they are not kept.
    pub const NONE: Self = Self(u32::MAX);

    /// Whether there is a journey.
    #[inline]
    #[must_use]
    pub fn is_some(self) -> bool {
        self != Self::NONE
    }
}

macro_rules! index {
    ($($id:ident)*) => { $(
        impl $id {
            /// As an index into an array.
            #[inline]
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )* };
}
index!(TypeId GroupId AgentId JourneyId);

/// A set of contact types or of agent groups (at most [`Set::MOST`]), as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set(u128);

impl Set {
    /// Most members.
    pub const MOST: usize = 128;
    /// Every possible member.
    pub const ALL: Self = Self(u128::MAX);

    /// Adds a member.
    #[inline]
    pub fn insert(&mut self, member: usize) {
        self.0 |= 1 << member;
    }

    /// Removes a member.
    #[inline]
    pub fn remove(&mut self, member: usize) {
        self.0 &= !(1 << member);
    }

    /// Adds or removes a member.
    pub fn put(&mut self, member: usize, present: bool) {
        if present { self.insert(member) } else { self.remove(member) }
    }

    /// Whether it is a member.
    #[inline]
    #[must_use]
    pub fn contains(self, member: usize) -> bool {
        self.0 >> member & 1 == 1
    }

    /// Members of the first that are not in the second.
    #[inline]
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Members of either.
    #[inline]
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Members of both.
    #[inline]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether it has no member.
    #[inline]
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many members it has.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The least member.
    #[inline]
    #[must_use]
    pub fn first(self) -> Option<usize> {
        if self.0 == 0 { None } else { Some(self.0.trailing_zeros() as usize) }
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(members: I) -> Self {
        let mut set = Self::default();
        members.into_iter().for_each(|m| set.insert(m));
        set
    }
}

/// Members in ascending order.
impl Iterator for Set {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let first = self.first()?;
        self.0 &= self.0 - 1;
        Some(first)
    }
}
